// Package chart draws the figures of a report.
//
// It has three layers. A builder (Overlay, Ranked, Fan, …) turns plain values
// into a Figure; later a Kind chooses those values from the project. A Figure
// is everything that will be seen, with every text final and no pixel decided:
// headline, subtitle, axes whose ticks are labelled, marks that keep value,
// interval, status and the references of the observations behind them. The
// renderer lays a Figure out in a Style and draws it: Image for the screen,
// Write for PNG, SVG and PDF. All of them run the same drawing code, so that
// what is seen is what is exported.
//
// The package knows nothing of projects, of the window or of languages: words
// arrive translated. A missing value is NaN and leaves a gap; it is never drawn
// as zero. A projected value is dashed or hatched in every theme.
//
// # Coordinates
//
// Layout works in points (1/72 inch) from the top left corner, y downwards.
// Sizes handed in are millimetres for files and pixels for the screen. Frame
// gives device pixels.
//
// # Decisions
//
// Axes, labels and layout are ours; gonum/plot supplies the canvas (vg) and the
// rasteriser only, because its own axes are not printable. Text is written
// glyph by glyph in one face with no kerning, so that a width measured once
// holds in PNG, SVG and PDF alike. What would change this: a script that needs
// shaping.
//
// Labels stand beside what they name. A key is drawn only where a name has no
// single place to stand (columns side by side, stacked parts).
//
// Fonts are parsed once into a Fonts value that every Style carries; nothing is
// registered globally.
package chart
