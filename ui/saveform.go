package ui

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/storage"
	fynewidget "fyne.io/fyne/v2/widget"

	"yunxing/ui/widget"
)

// A saveForm asks where a file shall be written: its name, its folder, and what else
// must be known to write it. A file that is there already is replaced only after
// the button has said so.
type saveForm struct {
	shell   *shell
	label   *fynewidget.Label // of the name
	name    *widget.Field
	folder  *widget.Field
	warning *widget.Line
	button  *fynewidget.Button
	dialog  dialog.Dialog
	asked   string // the path that was warned of
	write   func(path string)
	verb    string
}

// askSave shows a form. Name is the file name that is proposed, verb what the button
// says; rows are further names and fields, and write gets the path.
func (s *shell) askSave(title, name, verb string, rows []fyne.CanvasObject, write func(path string)) *saveForm {
	f := &saveForm{shell: s, write: write, verb: verb, label: fynewidget.NewLabel(s.text("save.name"))}
	f.name = widget.NewField(name, f.submit, f.leave)
	f.folder = widget.NewField(s.folder(), f.submit, f.leave)
	f.warning = widget.Label("", widget.ColorDoubtful, 0, fyne.TextStyle{})
	f.button = &fynewidget.Button{Text: verb, Importance: fynewidget.HighImportance, OnTapped: f.submit}
	browse := &fynewidget.Button{Text: s.text("save.browse"), OnTapped: f.browse}
	fields := append([]fyne.CanvasObject{
		f.label, f.name,
		fynewidget.NewLabel(s.text("save.folder")), container.NewBorder(nil, nil, nil, browse, f.folder),
	}, rows...)
	cancel := &fynewidget.Button{Text: s.text("toolkit.cancel"), OnTapped: f.leave}
	buttons := container.NewHBox(layout.NewSpacer(), cancel, f.button)
	box := container.NewBorder(nil, container.NewVBox(widget.Fixed(0, 22, f.warning), buttons), nil, nil, widget.NewFields(fields...))
	f.dialog = dialog.NewCustomWithoutButtons(title, widget.Inset(8, 4, 8, 4, box), s.win)
	f.dialog.Resize(fyne.NewSize(600, 200))
	f.dialog.Show()
	s.win.Canvas().Focus(f.name)
	return f
}

// setExt gives the file name another extension.
func (f *saveForm) setExt(ext string) {
	name := f.name.Text
	f.name.SetText(strings.TrimSuffix(name, filepath.Ext(name)) + "." + ext)
}

// path returns the path that the fields name.
func (f *saveForm) path() string {
	name := strings.TrimSpace(f.name.Text)
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(strings.TrimSpace(f.folder.Text), name)
}

// submit writes the file, or warns of what is there.
func (f *saveForm) submit() {
	path := f.path()
	s := f.shell
	if strings.TrimSpace(f.name.Text) == "" {
		f.warning.SetText(s.text("save.no-name"))
		return
	}
	dir, err := os.Stat(filepath.Dir(path))
	if err != nil || !dir.IsDir() {
		f.warning.SetText(s.text("save.no-folder"))
		return
	}
	if there, err := os.Stat(path); err == nil && f.asked != path {
		f.warn(path, there.IsDir())
		return
	}
	s.prefs.setFolder(filepath.Dir(path))
	f.dialog.Hide()
	f.write(path)
}

// warn says what is there already and would be replaced.
func (f *saveForm) warn(path string, folder bool) {
	s := f.shell
	f.asked = path
	key := "save.exists"
	if folder {
		key = "save.exists-folder"
	}
	f.warning.SetText(s.text(key, "name", filepath.Base(path)))
	f.button.SetText(s.text("save.replace"))
}

// leave closes the form.
func (f *saveForm) leave() { f.dialog.Hide() }

// browse asks for a folder.
func (f *saveForm) browse() {
	d := dialog.NewFolderOpen(func(dir fyne.ListableURI, err error) {
		if err == nil && dir != nil {
			f.folder.SetText(dir.Path())
		}
	}, f.shell.win)
	if at, err := storage.ListerForURI(storage.NewFileURI(f.folder.Text)); err == nil {
		d.SetLocation(at)
	}
	d.Resize(fyne.NewSize(860, 560))
	d.Show()
}

// folder returns the folder that files are written to first.
func (s *shell) folder() string {
	if dir := s.prefs.folder(); dir != "" {
		if i, err := os.Stat(dir); err == nil && i.IsDir() {
			return dir
		}
	}
	if home, err := os.UserHomeDir(); err == nil {
		for _, dir := range []string{filepath.Join(home, "Documents"), filepath.Join(home, "文档"), home} {
			if i, err := os.Stat(dir); err == nil && i.IsDir() {
				return dir
			}
		}
	}
	return s.options.Folder
}
