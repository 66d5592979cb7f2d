package page

// capacityPage answers how much of the capacity is used.
func capacityPage() Page {
	return Page{ID: "capacity", Threshold: true, New: sections("capacity")}
}
