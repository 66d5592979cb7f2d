package sheet

import (
	"bytes"
	"crypto/sha1" //nolint:gosec // the format's own
	"encoding/binary"
)

// Identifiers of algorithms in an encryption header.
const (
	algorithmRC4  = 0x6801
	algorithmSHA1 = 0x8004
)

// capiPassKeys is passKeys for the form of Excel 2002 and later, which leaves the
// cipher to the system: RC4 with SHA-1 and a key of 40 to 128 bits.
func capiPassKeys(pass []byte) (blockKeys, error) {
	r := record{data: pass}
	size := int(r.u32(10)) // of the header that follows at 14
	hash := r.u32(14 + 12) // 0 stands for SHA-1 too
	if size < 32 || size > len(pass)-14 || r.u32(14+8) != algorithmRC4 || hash != algorithmSHA1 && hash != 0 {
		return nil, errPassword
	}
	bits := int(r.u32(14 + 16))
	if bits == 0 {
		bits = 40
	}
	v := pass[14+size:] // size and salt, verifier, size and hash of the verifier
	if bits < 40 || bits > 128 || bits%8 != 0 || len(v) < 60 {
		return nil, errPassword
	}
	keys := capiKeys(v[4:20], bits)
	check := unlocked(keys, append(bytes.Clone(v[20:36]), v[40:60]...))
	if sum := sha1.Sum(check[:16]); !bytes.Equal(sum[:], check[16:]) { //nolint:gosec // the format's own
		return nil, errPassword
	}
	return keys, nil
}

// capiKeys returns the keys of so many bits of the default password with a salt.
func capiKeys(salt []byte, bits int) blockKeys {
	base := sha1.Sum(append(bytes.Clone(salt), passwordUnits()...)) //nolint:gosec // the format's own
	return func(n uint32) []byte {
		h := sha1.Sum(binary.LittleEndian.AppendUint32(bytes.Clone(base[:]), n)) //nolint:gosec // the format's own
		if bits == 40 {                                                          // the rest of sixteen bytes is zero
			return append(bytes.Clone(h[:5]), make([]byte, 11)...)
		}
		return h[:bits/8]
	}
}
