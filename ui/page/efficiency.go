package page

// efficiencyPage answers what enterprises earned, sold and kept in stock.
func efficiencyPage() Page {
	return Page{ID: "efficiency", New: sections("efficiency")}
}
