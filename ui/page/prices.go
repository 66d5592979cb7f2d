package page

// pricesPage answers what the output sold for.
func pricesPage() Page {
	return Page{ID: "prices", New: sections("prices")}
}
