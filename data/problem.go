package data

import "fmt"

// A Code names a kind of problem; its wording is found in the translations.
type Code string

// A Problem is something in the input that a person should look at. Unlike an
// error it does not stop the work.
type Problem struct {
	Code   Code
	At     Source
	Doubt  bool // a value may be wrong or was left out; else it is a remark
	Detail string
}

// String returns p for logs and tests.
func (p Problem) String() string {
	return fmt.Sprintf("%v %s %s", p.At, p.Code, p.Detail)
}
