package page

// projectionPage answers where the year will end.
func projectionPage() Page {
	return Page{ID: "projection", New: sections("projection")}
}
