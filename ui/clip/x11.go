//go:build unix && !darwin

package clip

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// chunk is how many bytes of a picture one request carries; every X server takes
// requests of four times as much.
const chunk = 1 << 16

// owner serves one picture to the programs of an X server.
type owner struct {
	conn   *xgb.Conn
	window xproto.Window
	since  xproto.Timestamp // when the picture became the selection
	png    []byte

	clipboard, targets, timestamp, image xproto.Atom
}

// serve makes the picture the selection CLIPBOARD and returns; it is served until
// another program copies something, or this one ends.
func serve(png []byte) error {
	conn, err := xgb.NewConn()
	if err != nil {
		return err
	}
	o := &owner{conn: conn, png: png}
	if err := o.take(); err != nil {
		conn.Close()
		return err
	}
	go o.answer()
	return nil
}

// take makes an unseen window the owner of the selection.
func (o *owner) take() error {
	if err := o.intern(); err != nil {
		return err
	}
	window, err := xproto.NewWindowId(o.conn)
	if err != nil {
		return err
	}
	o.window = window
	screen := xproto.Setup(o.conn).DefaultScreen(o.conn)
	err = xproto.CreateWindowChecked(o.conn, 0, window, screen.Root, 0, 0, 1, 1, 0,
		xproto.WindowClassInputOnly, screen.RootVisual,
		xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange}).Check()
	if err != nil {
		return err
	}
	if err := o.now(); err != nil {
		return err
	}
	if err := xproto.SetSelectionOwnerChecked(o.conn, window, o.clipboard, o.since).Check(); err != nil {
		return err
	}
	held, err := xproto.GetSelectionOwner(o.conn, o.clipboard).Reply()
	if err != nil {
		return err
	}
	if held.Owner != window {
		return errors.New("another program took the clipboard at the same moment")
	}
	return nil
}

// intern asks the server for its numbers of the names that are used.
func (o *owner) intern() error {
	for name, to := range map[string]*xproto.Atom{
		"CLIPBOARD": &o.clipboard, "TARGETS": &o.targets, "TIMESTAMP": &o.timestamp, "image/png": &o.image,
	} {
		r, err := xproto.InternAtom(o.conn, false, uint16(len(name)), name).Reply()
		if err != nil {
			return err
		}
		*to = r.Atom
	}
	return nil
}

// now sets the time of the owner to that of the server, which tells it with the event
// of a change.
func (o *owner) now() error {
	err := xproto.ChangePropertyChecked(o.conn, xproto.PropModeAppend, o.window,
		o.timestamp, xproto.AtomInteger, 32, 0, nil).Check()
	if err != nil {
		return err
	}
	for {
		event, err := o.conn.WaitForEvent()
		switch e := event.(type) {
		case xproto.PropertyNotifyEvent:
			o.since = e.Time
			return nil
		case nil:
			return fmt.Errorf("the X server ended the connection: %v", err)
		}
	}
}

// answer serves the picture until it is no longer the selection.
func (o *owner) answer() {
	defer o.conn.Close()
	for {
		event, err := o.conn.WaitForEvent()
		switch e := event.(type) {
		case xproto.SelectionRequestEvent:
			o.reply(e)
		case xproto.SelectionClearEvent:
			return
		case nil:
			if err == nil {
				return // the connection is gone
			}
		}
	}
}

// reply writes what is asked for to the property that is named, and says so.
func (o *owner) reply(r xproto.SelectionRequestEvent) {
	if r.Property == xproto.AtomNone {
		r.Property = r.Target // as programs of long ago ask
	}
	switch r.Target {
	case o.targets:
		o.write(r, xproto.AtomAtom, 32, words(uint32(o.targets), uint32(o.timestamp), uint32(o.image)))
	case o.timestamp:
		o.write(r, xproto.AtomInteger, 32, words(uint32(o.since)))
	case o.image:
		o.write(r, o.image, 8, o.png)
	default:
		r.Property = xproto.AtomNone
	}
	done := xproto.SelectionNotifyEvent{
		Time: r.Time, Requestor: r.Requestor, Selection: r.Selection, Target: r.Target, Property: r.Property,
	}
	xproto.SendEvent(o.conn, false, r.Requestor, 0, string(done.Bytes()))
}

// write sets the property that is asked for, piece by piece.
func (o *owner) write(r xproto.SelectionRequestEvent, kind xproto.Atom, bits byte, b []byte) {
	mode := byte(xproto.PropModeReplace)
	for first := true; first || len(b) > 0; first = false {
		n := min(chunk, len(b))
		xproto.ChangeProperty(o.conn, mode, r.Requestor, r.Property, kind, bits, uint32(n/int(bits/8)), b[:n])
		b, mode = b[n:], xproto.PropModeAppend
	}
}

// words returns numbers as the X server reads them.
func words(v ...uint32) []byte {
	var b []byte
	for _, x := range v {
		b = binary.LittleEndian.AppendUint32(b, x)
	}
	return b
}
