// Package sheet reads workbooks and text tables into grids. It finds the container
// by content and never by the name of the file, keeps values as they are stored,
// and understands nothing of what they mean; that is for package layout.
package sheet
