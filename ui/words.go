package ui

import (
	"encoding/json"

	"fyne.io/fyne/v2/lang"

	"yunxing/ui/i18n"
)

// toolkitWords maps the words of the toolkit to ours.
func toolkitWords() map[string]string {
	return map[string]string{
		"Advanced":          "toolkit.advanced",
		"Cancel":            "toolkit.cancel",
		"Confirm":           "toolkit.confirm",
		"Copy":              "toolkit.copy",
		"Create Folder":     "toolkit.create-folder",
		"Cut":               "toolkit.cut",
		"Enter filename":    "toolkit.enter-filename",
		"Error":             "toolkit.error",
		"Favourites":        "toolkit.favourites",
		"File":              "toolkit.file",
		"Folder":            "toolkit.folder",
		"New Folder":        "toolkit.new-folder",
		"No":                "toolkit.no",
		"OK":                "toolkit.ok",
		"Open":              "toolkit.open",
		"Paste":             "toolkit.paste",
		"Quit":              "toolkit.quit",
		"Redo":              "toolkit.redo",
		"Save":              "toolkit.save",
		"Select all":        "toolkit.select-all",
		"Show Hidden Files": "toolkit.hidden-files",
		"Undo":              "toolkit.undo",
		"Yes":               "toolkit.yes",
		"file.name":         "toolkit.name",
		"file.parent":       "toolkit.parent",
	}
}

// speak makes the toolkit say its own words in the language of p. The toolkit can
// only be told other words for the language of the system, so that is what this
// does; it changes what is built afterwards.
func speak(p i18n.Printer) error {
	words := map[string]string{}
	for theirs, ours := range toolkitWords() {
		words[theirs] = p.Text(ours)
	}
	b, err := json.Marshal(words)
	if err != nil {
		return err
	}
	return lang.AddTranslationsForLocale(b, lang.SystemLocale())
}
