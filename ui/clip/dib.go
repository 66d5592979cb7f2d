package clip

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/png"
)

// bitmapHeader is BITMAPINFOHEADER, which a bitmap on the clipboard of Windows begins
// with.
type bitmapHeader struct {
	Size                         uint32
	Width, Height                int32
	Planes, BitCount             uint16
	Compression, SizeImage       uint32
	XPelsPerMeter, YPelsPerMeter int32
	ClrUsed, ClrImportant        uint32
}

// bitmap returns a picture, written as PNG, as a bitmap of 24 bits without
// transparency: what is transparent shows white, as paper does.
func bitmap(picture []byte) ([]byte, error) {
	img, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		return nil, fmt.Errorf("clip: %w", err)
	}
	size := img.Bounds().Size()
	stride := (3*size.X + 3) / 4 * 4
	x, y := pixelsPerMetre(picture)
	h := bitmapHeader{
		Width: int32(size.X), Height: int32(size.Y), Planes: 1, BitCount: 24,
		SizeImage: uint32(stride * size.Y), XPelsPerMeter: x, YPelsPerMeter: y,
	}
	h.Size = uint32(binary.Size(h))
	var b bytes.Buffer
	b.Grow(int(h.Size + h.SizeImage))
	if err := binary.Write(&b, binary.LittleEndian, h); err != nil {
		return nil, fmt.Errorf("clip: %w", err)
	}
	row := make([]byte, stride)
	for line := img.Bounds().Max.Y - 1; line >= img.Bounds().Min.Y; line-- {
		fillRow(row, img, line)
		b.Write(row)
	}
	return b.Bytes(), nil
}

// fillRow writes a line of a picture as blue, green and red.
func fillRow(row []byte, img image.Image, line int) {
	for x := range img.Bounds().Dx() {
		c := onWhite(img.At(img.Bounds().Min.X+x, line))
		row[3*x], row[3*x+1], row[3*x+2] = c.B, c.G, c.R
	}
}

// onWhite returns a colour as it shows on white paper.
func onWhite(c color.Color) color.RGBA {
	r, g, b, a := c.RGBA()
	white := 0xffff - a
	return color.RGBA{uint8((r + white) >> 8), uint8((g + white) >> 8), uint8((b + white) >> 8), 0xff}
}

// pixelsPerMetre returns the resolution that a PNG tells in its chunk pHYs, or 0 where
// it tells none.
func pixelsPerMetre(picture []byte) (x, y int32) {
	const signature, frame, metre = 8, 12, 1
	for at := signature; at+frame <= len(picture); {
		size := int(binary.BigEndian.Uint32(picture[at:]))
		body := picture[at+8:]
		if size > len(body) {
			return 0, 0
		}
		if string(picture[at+4:at+8]) == "pHYs" && size == 9 && body[8] == metre {
			return int32(binary.BigEndian.Uint32(body)), int32(binary.BigEndian.Uint32(body[4:]))
		}
		at += frame + size
	}
	return 0, 0
}
