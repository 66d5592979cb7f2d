// Package layering holds the test that keeps imports in this module running one
// way only. It has no code of its own.
package layering
