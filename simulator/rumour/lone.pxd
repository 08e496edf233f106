"""The C types of lone.py, for the compiler alone; lone.py runs without them."""

cimport cython
from simulator.rumour.chain cimport Chain, people_t, place


cdef class Lone(Chain):
    cdef double events(self, place members, double minutes, place most) noexcept
    @cython.locals(hear_inside=double, hear_mixed=double, stop_inside=double, stop_mixed=double,
                   articles=double, account=double, betrayal=double, tire=double, corrects=double,
                   passes_on=double, weight=double, base_talk=double, base_know=double,
                   ignorants=people_t, spreaders=people_t, stiflers=people_t, informed=people_t,
                   believed=people_t, elapsed=double, talk=double, others=double, total=double,
                   target=double, rate=double, rest=double)
    cdef double take_alone(self, place g, double minutes, place most) noexcept
