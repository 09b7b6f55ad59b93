package demo

import "math/rand/v2"

// cast is everybody written by hand, in the order of their references.
func cast(i int) child {
	for _, part := range [...][]child{castOne, castTwo, castThree, castFour} {
		if i < len(part) {
			return part[i]
		}
		i -= len(part)
	}
	return child{}
}

// pick gives the i-th child: one of the cast, or one of the crowd.
func (st *stage) pick(i int, rng *rand.Rand) child {
	if i < CastSize {
		return cast(i)
	}
	return crowdChild(rng)
}

// crowdChild puts a child together from the lists: enough for a caseload of
// any size, with a few entries each.
func crowdChild(rng *rand.Rand) child {
	age := rng.IntN(18)
	w := child{crowd: true, girl: rng.IntN(2) == 0, ethnic: one(rng, crowdEthnic[:]), quiet: true}
	given := boys[:]
	if w.girl {
		given = girls[:]
	}
	w.name = one(rng, given) + " " + one(rng, surnames[:])
	if rng.IntN(12) == 0 {
		w.name += "-" + one(rng, surnames[:])
	}
	w.next = 1 + rng.IntN(max(1, min(14, 2*age)))
	w.born = old(age, 0)
	if age < 2 {
		w.next, w.born = 1+rng.IntN(2), old(age, 8)
	}
	w.home, w.status = one(rng, crowdHomes[:]), one(rng, crowdStatus[:])
	switch {
	case age >= 16 && rng.IntN(3) == 0:
		w.home = one(rng, []string{"harbour", "foundry"})
	case age < 10 && homes[w.home].code == "K2":
		w.home = "baker"
	}
	w.worker = one(rng, crowdWorkers[:])
	w.school = "none"
	w.due = crowdLimit(rng, w.next)
	switch rng.IntN(60) {
	case 0:
		w.status = "V3"
	case 1:
		w.unsure = w.next > 3
	case 2:
		w.nothing = true
	case 3:
		w.ended = 20 + rng.IntN(40)
		w.next, w.due = max(w.next, 3), later(60+rng.IntN(20))
		w.nothing = false
		w.born = old(max(age, 4), 2)
	}
	if w.ended == 0 && !w.nothing && rng.IntN(3) == 0 {
		w.prep = prep{plan: planned, early: rng.IntN(6), time: one(rng, times[:])}
	}
	return w
}

// crowdLimit spreads the limits over the time the no-th review may lie ahead.
func crowdLimit(rng *rand.Rand, no int) when {
	ahead := 165
	switch no {
	case 1:
		ahead = 16
	case 2:
		ahead = 75
	}
	switch roll := rng.IntN(100); {
	case roll < 3:
		return over(1 + rng.IntN(20))
	case roll < 7:
		return week(rng.IntN(5))
	}
	return later(8 + rng.IntN(ahead-7))
}
