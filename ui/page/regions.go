package page

// regionsPage answers where a region stands among its peers, and its parts among
// each other.
func regionsPage() Page {
	return Page{ID: "regions", Peers: true, New: sections("ranking", "leagues")}
}
