"""The C types of kernel.py, for the compiler alone; kernel.py runs without them."""

cimport cython
from simulator.rumour.chain cimport people_t, place
from simulator.rumour.lone cimport Lone

cdef double CHANGE, FLOOR, FEWEST, ENDLESS
cdef place BURST


cdef double _holds(double level, double person, double drift, double noise) noexcept


@cython.final
cdef class Leaper(Lone):
    cpdef void begin(self, place exact_below, double minutes) noexcept
    @cython.locals(remaining=double, busy=double, length=double)
    cdef void run(self, double minutes) noexcept
    @cython.locals(busy=double, rate=double, k=place, g=place)
    cdef double look(self) noexcept
    cdef void set_hazards(self, place g) noexcept
    @cython.locals(heard=double, quits=double, leaves=double)
    cdef double set_trends(self, place g) noexcept
    @cython.locals(length=double, weight=double, inside=double, k=place, g=place)
    cdef double longest_leap(self, double minutes) noexcept
    @cython.locals(own=double, mixed=double, drift=double, noise=double, length=double, leaving=double)
    cdef double hearing_holds(self, place g, double inside) noexcept
    @cython.locals(own=double, mixed=double, drift=double, noise=double)
    cdef double stopping_holds(self, place g, double inside) noexcept
    @cython.locals(half=double, talk=double, know=double, spreaders=double, knowers=double,
                   hearing=double, stopping=double, k=place, g=place)
    cdef void leap(self, double minutes) noexcept
    @cython.locals(spreaders=people_t, stiflers=people_t, informed=people_t, corrects=double,
                   leaving=double, gone=people_t, corrected=people_t, fresh=people_t,
                   turned=people_t, quits=people_t, arrived=people_t)
    cdef void move(self, place g, double minutes, double hearing, double stopping) noexcept
