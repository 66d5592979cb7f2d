package page

// growthPage answers how fast industry grew so far this year.
func growthPage() Page {
	return Page{ID: "growth", New: sections("growth")}
}
