package clip

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"os/exec"
	"testing"
)

// copier is the variable by which the test binary is told to copy a picture of a size.
const copier = "YUNXING_TEST_COPY"

// TestMain copies the picture that it is told, and holds it until its input ends.
func TestMain(m *testing.M) {
	var size image.Point
	if _, err := fmt.Sscanf(os.Getenv(copier), "%d×%d", &size.X, &size.Y); err != nil {
		os.Exit(m.Run())
	}
	b, err := picture(size)
	if err == nil {
		err = Picture(b)
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println("copied")
	if _, err := io.Copy(io.Discard, os.Stdin); err != nil {
		os.Exit(1)
	}
}

// hold copies a picture in another process and returns how to end it.
func hold(t *testing.T, size image.Point) (release func()) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self)
	c.Env = append(os.Environ(), fmt.Sprintf("%s=%d×%d", copier, size.X, size.Y))
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	said, err := bufio.NewReader(out).ReadString('\n')
	if said != "copied\n" {
		t.Fatalf("the other process says %q, %v", said, err)
	}
	return func() {
		if err := errors.Join(in.Close(), c.Wait()); err != nil {
			t.Error(err)
		}
	}
}

// picture returns a PNG in which every corner has a colour of its own; noise makes it
// too large for one request of an X server.
func picture(size image.Point) ([]byte, error) {
	img := image.NewNRGBA(image.Rectangle{Max: size})
	seed := uint32(1)
	for i := range img.Pix {
		seed = seed*1664525 + 1013904223
		img.Pix[i] = byte(seed>>24) | 0x80
		if i%4 == 3 {
			img.Pix[i] = 0xff
		}
	}
	for at, c := range corners(size) {
		img.SetNRGBA(at.X, at.Y, c)
	}
	var b bytes.Buffer
	err := png.Encode(&b, img)
	return b.Bytes(), err
}

// corners returns the colours of the corners, which are red, green, blue and not to be
// seen, and of two pixels between.
func corners(size image.Point) map[image.Point]color.NRGBA {
	right, bottom := size.X-1, size.Y-1
	return map[image.Point]color.NRGBA{
		image.Pt(0, 0):                  {R: 0xff, A: 0xff},
		image.Pt(right, 0):              {G: 0xff, A: 0xff},
		image.Pt(0, bottom):             {B: 0xff, A: 0xff},
		image.Pt(right, bottom):         {},
		image.Pt(right/2, bottom/2):     {R: 0x40, G: 0x80, B: 0xc0, A: 0xff},
		image.Pt(right/2+1, bottom/2+1): {R: 0xff, A: 0x80},
	}
}

// TestPicture fails where another process does not get the picture that was copied,
// or gets the one before it.
func TestPicture(t *testing.T) {
	needClipboard(t)
	for _, size := range []image.Point{{X: 9, Y: 5}, {X: 700, Y: 500}} {
		want, err := picture(size)
		if err != nil {
			t.Fatal(err)
		}
		release := hold(t, size)
		paste(t, want)
		release()
	}
}

// TestBitmap fails where a bitmap for Windows stands on its head, has other colours
// than the picture, is black where the picture is transparent, or forgets its size in
// millimetres.
func TestBitmap(t *testing.T) {
	size := image.Pt(9, 5)
	plain, err := picture(size)
	if err != nil {
		t.Fatal(err)
	}
	// The chunk pHYs of 300 dpi, after the header of the picture.
	const at = 8 + 25
	phys := []byte("\x00\x00\x00\x09pHYs\x00\x00\x2e\x23\x00\x00\x2e\x23\x01\x78\xa5\x3f\x76")
	b, err := bitmap(append(append(bytes.Clone(plain[:at]), phys...), plain[at:]...))
	if err != nil {
		t.Fatal(err)
	}
	checkBitmap(t, b, size)
	if x := int(b[24]) | int(b[25])<<8; x != 11811 {
		t.Errorf("the bitmap says %d pixels a metre; want 11811", x)
	}
	if b, err = bitmap(plain); err != nil || b[24] != 0 {
		t.Errorf("without pHYs: %v, %v", b[24], err)
	}
	for _, broken := range [][]byte{nil, plain[:20], append(bytes.Clone(plain[:8]), 0xff, 0xff, 0xff, 0xff)} {
		if _, err := bitmap(broken); err == nil {
			t.Error("a broken picture gave a bitmap")
		}
	}
}

// checkBitmap compares a bitmap with the corners of a picture, on white.
func checkBitmap(t *testing.T, b []byte, size image.Point) {
	t.Helper()
	const header = 40
	stride := (3*size.X + 3) / 4 * 4
	if len(b) < header+stride*size.Y {
		t.Fatalf("the bitmap has %d bytes", len(b))
	}
	for at, c := range corners(size) {
		i := header + (size.Y-1-at.Y)*stride + 3*at.X
		on := func(v uint8) int { return (int(v)*int(c.A) + 0xff*(0xff-int(c.A))) / 0xff }
		for k, want := range []int{on(c.B), on(c.G), on(c.R)} {
			if got := int(b[i+k]); got < want-1 || got > want+1 {
				t.Errorf("byte %d of pixel %v is %d; want %d", k, at, got, want)
			}
		}
	}
}
