package page

// productsPage answers how the output of the main products moved.
func productsPage() Page {
	return Page{ID: "products", New: sections("products")}
}
