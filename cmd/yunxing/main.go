package main

import (
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	a := app.NewWithID("cn.yunxing")
	w := a.NewWindow("yunxing")
	w.SetContent(widget.NewLabel("…"))
	w.ShowAndRun()
}
