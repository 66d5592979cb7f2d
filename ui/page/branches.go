package page

// branchesPage answers which branches led.
func branchesPage() Page {
	return Page{ID: "branches", New: sections("branches")}
}
