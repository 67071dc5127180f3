package forecast

import "math/bits"

// luck gives the random numbers of one thing that is uncertain: the length of an activity, whether a risk
// happens, how much delay it brings. A number depends on nothing but the seed, the name of the thing, the
// replication and how many replications there are, so it does not matter who asks first, or which other
// things there are: two versions of a plan are compared on the same luck.
//
// The numbers of the replications are a Latin hypercube (McKay, Beckman and Conover, A comparison of three
// methods for selecting values of input variables, Technometrics 21, 1979): the unit interval is cut into
// as many strata as there are replications, and each stratum is drawn from once. Which replication has
// which stratum is a permutation of its own for each thing.
type luck struct {
	key  uint64
	runs uint64
	// A permutation of the numbers of so many bits is a Feistel network; numbers that are no replication
	// are permuted again until they are one.
	left, right uint // bits of the two halves
}

// rounds of the Feistel network.
const rounds = 4

func newLuck(seed uint64, name string, runs int) luck {
	n := uint(bits.Len(uint(runs - 1)))
	return luck{key: mix(mix(seed) ^ hash(name)), runs: uint64(runs), left: n / 2, right: n - n/2}
}

// unit is the number of a replication: from 0 up to, and not including, 2³².
func (l *luck) unit(replication int) uint32 {
	jitter := mix(l.key ^ uint64(replication)<<1 ^ 1)
	return uint32((l.stratum(uint64(replication))<<32 | jitter>>32) / l.runs)
}

// stratum is the place of a replication in the permutation.
func (l *luck) stratum(x uint64) uint64 {
	for {
		if x = l.permute(x); x < l.runs {
			return x
		}
	}
}

func (l *luck) permute(x uint64) uint64 {
	low, high := x&(1<<l.right-1), x>>l.right
	for round := uint64(0); round < rounds; round += 2 {
		high ^= l.scramble(low, round) & (1<<l.left - 1)
		low ^= l.scramble(high, round+1) & (1<<l.right - 1)
	}
	return high<<l.right | low
}

// scramble is the function of a round.
func (l *luck) scramble(half, round uint64) uint64 {
	x := (half<<2 | round) + 1
	x = (x ^ l.key) * 0x9e3779b97f4a7c15
	x = (x ^ x>>32) * 0xd6e8feb86659fd93
	return x >> 40
}

// mix turns a number into another that looks unrelated, and no two into the same: the finaliser of
// splitmix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// hash turns a name into a number, letter by letter.
func hash(name string) uint64 {
	h := uint64(len(name))
	for i := range len(name) {
		h = mix(h ^ uint64(name[i]))
	}
	return h
}
