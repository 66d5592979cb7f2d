package data

// foreignMonth returns the number of the month that a name in Portuguese, Spanish,
// French, Italian or German stands for, in lower case; 0 if it is none of them.
func foreignMonth(s string) int {
	switch s {
	case "janeiro", "enero", "janvier", "gennaio", "januar", "jänner":
		return 1
	case "fevereiro", "febrero", "février", "fevrier", "febbraio", "februar":
		return 2
	case "março", "marzo", "mars", "märz", "maerz":
		return 3
	case "abril", "avril", "aprile":
		return 4
	case "maio", "mayo", "mai", "maggio":
		return 5
	case "junho", "junio", "juin", "giugno", "juni":
		return 6
	case "julho", "julio", "juillet", "luglio", "juli":
		return 7
	case "agosto", "août", "aout":
		return 8
	case "setembro", "septiembre", "setiembre", "septembre", "settembre":
		return 9
	case "outubro", "octubre", "octobre", "ottobre", "oktober":
		return 10
	case "novembro", "noviembre", "novembre":
		return 11
	case "dezembro", "diciembre", "décembre", "decembre", "dicembre", "dezember":
		return 12
	}
	return 0
}

// shortMonth returns the number of the month that a short name stands for which
// means something else too, and so is one only beside a year: out 2002, set 2002.
func shortMonth(s string) int {
	switch s {
	case "ene", "janv", "gen":
		return 1
	case "fev", "fév", "févr", "fevr":
		return 2
	case "mär", "mrz", "marco":
		return 3
	case "abr", "avr":
		return 4
	case "mag":
		return 5
	case "giu":
		return 6
	case "juil", "lug":
		return 7
	case "ago":
		return 8
	case "set":
		return 9
	case "out", "okt", "ott":
		return 10
	case "dez", "dic", "déc":
		return 12
	}
	return 0
}
