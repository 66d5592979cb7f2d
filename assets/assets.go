// Package assets holds the files the program carries with it: fonts, the
// catalogue, translations and the sample workbooks. It imports nothing of ours.
package assets

import "embed"

// Regular is the text face, Noto Sans SC with the Han of GBK (SIL OFL 1.1).
//
//go:embed fonts/NotoSansSC-Regular-GBK.ttf
var Regular []byte

// Bold is the face for headings, Noto Sans SC with the Han of GB 2312 (SIL OFL 1.1).
//
//go:embed fonts/NotoSansSC-Bold-GB2312.ttf
var Bold []byte

// Catalog holds the catalogue of indicators, regions, items, groups and publishers as CSV
// files in the folder catalog.
//
//go:embed catalog
var Catalog embed.FS

// Translations holds the texts of the program, one file per language.
//
//go:embed translations
var Translations embed.FS

// Sample holds the sample workbooks, made by cmd/internal/sample from published
// figures, and the project made from them.
//
//go:embed sample
var Sample embed.FS

// Icon is the program's icon, a PNG of 512 × 512.
//
//go:embed icons/yunxing.png
var Icon []byte
