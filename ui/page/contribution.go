package page

// contributionPage answers what drove the total.
func contributionPage() Page {
	return Page{ID: "contribution", New: sections("contribution")}
}
