package chart

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"io"
	"math"
)

// writePNG writes a picture that knows its resolution.
func writePNG(f *Figure, st Style, o Output, w io.Writer) error {
	width := int(math.Round(o.Width / 25.4 * o.DPI))
	height := int(math.Round(o.Height / 25.4 * o.DPI))
	img, _ := paint(f, st, width, height, int(math.Round(o.DPI)), o.Transparent)
	return EncodePNG(w, img, o.DPI)
}

// EncodePNG writes an image as PNG with the resolution in its pHYs chunk, so
// that word processors place it in its true size.
func EncodePNG(w io.Writer, img image.Image, dpi float64) error {
	var data []byte
	if flat, ok := img.(*image.RGBA); ok && flat.Opaque() {
		data = encodeOpaque(flat)
	} else {
		var buf bytes.Buffer
		if err := png.Encode(&buf, img); err != nil {
			return fmt.Errorf("chart: encode png: %w", err)
		}
		data = buf.Bytes()
	}
	const head = 8 + 25 // signature and IHDR
	for _, part := range [][]byte{data[:head], physical(dpi), data[head:]} {
		if _, err := w.Write(part); err != nil {
			return fmt.Errorf("chart: write png: %w", err)
		}
	}
	return nil
}

// encodeOpaque returns a picture without transparency as PNG. Its rows are not
// filtered: charts are flat, so that filters, which take most of the time of the usual
// encoder, make them larger.
func encodeOpaque(img *image.RGBA) []byte {
	size := img.Bounds().Size()
	head := binary.BigEndian.AppendUint32(nil, uint32(size.X))
	head = binary.BigEndian.AppendUint32(head, uint32(size.Y))
	head = append(head, 8, 2, 0, 0, 0) // eight bits, true colour, not interlaced
	var rows bytes.Buffer
	z, _ := zlib.NewWriterLevel(&rows, zlib.BestSpeed) // the level is one that there is
	row := make([]byte, 1+3*size.X)                    // the first says that there is no filter
	for y := range size.Y {
		pixels := img.Pix[y*img.Stride:]
		for x := range size.X {
			copy(row[1+3*x:4+3*x], pixels[4*x:])
		}
		_, _ = z.Write(row) // a buffer takes everything
	}
	_ = z.Close()
	out := []byte("\x89PNG\r\n\x1a\n")
	out = append(out, chunk("IHDR", head)...)
	out = append(out, chunk("IDAT", rows.Bytes())...)
	return append(out, chunk("IEND", nil)...)
}

// chunk returns a chunk of a PNG (PNG specification, 5.3).
func chunk(kind string, data []byte) []byte {
	b := binary.BigEndian.AppendUint32(make([]byte, 0, 12+len(data)), uint32(len(data)))
	b = append(append(b, kind...), data...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// physical returns the pHYs chunk for a resolution: pixels per metre in both
// directions (PNG specification, 11.3.5.3).
func physical(dpi float64) []byte {
	ppm := uint32(math.Round(dpi / 0.0254))
	b := binary.BigEndian.AppendUint32(nil, ppm)
	b = binary.BigEndian.AppendUint32(b, ppm)
	return chunk("pHYs", append(b, 1))
}
