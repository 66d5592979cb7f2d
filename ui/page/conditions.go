package page

// conditionsPage answers what industry has to reckon with: investment and the
// climate among enterprises.
func conditionsPage() Page {
	return Page{ID: "conditions", New: sections("investment", "climate")}
}
