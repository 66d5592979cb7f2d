package chart

import (
	"bytes"
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
	var buf bytes.Buffer
	fast := png.Encoder{CompressionLevel: png.BestSpeed} // a twentieth larger in half the time
	if err := fast.Encode(&buf, img); err != nil {
		return fmt.Errorf("chart: encode png: %w", err)
	}
	data := buf.Bytes()
	const head = 8 + 25 // signature and IHDR
	for _, part := range [][]byte{data[:head], physical(dpi), data[head:]} {
		if _, err := w.Write(part); err != nil {
			return fmt.Errorf("chart: write png: %w", err)
		}
	}
	return nil
}

// physical returns the pHYs chunk for a resolution: pixels per metre in both
// directions (PNG specification, 11.3.5.3).
func physical(dpi float64) []byte {
	b := make([]byte, 0, 21)
	b = binary.BigEndian.AppendUint32(b, 9)
	b = append(b, "pHYs"...)
	ppm := uint32(math.Round(dpi / 0.0254))
	b = binary.BigEndian.AppendUint32(b, ppm)
	b = binary.BigEndian.AppendUint32(b, ppm)
	b = append(b, 1)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}
