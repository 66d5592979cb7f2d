//go:build !unix

package chart

import "testing"

// cpu reports nothing where there is no way to ask.
func cpu(*testing.B) (done func()) { return func() {} }
