"""The C types of chain.py, for the compiler alone; chain.py runs without them."""

cimport cython
from numpy.random cimport bitgen_t
from numpy.random.c_distributions cimport binomial_t

ctypedef Py_ssize_t place
ctypedef long long people_t


cdef class Chain:
    cdef place audiences, small
    cdef people_t[:] ignorants, spreaders, stiflers, informed
    cdef people_t[:] believed, corrected, gave_up, betrayed, order
    cdef const double[:] tell, stifle, tire, passes_on, inside, gives_up
    cdef const double[:] articles, account, betrayal
    cdef double[::1] weight, corrects, hear_inside, hear_mixed, stop_inside, stop_mixed
    cdef double[::1] alone, heard, stopped, talk, know, rate, hearing, stopping
    cdef double[::1] spreader_drift, spreader_noise, knower_drift, knower_noise
    cdef double base_talk, base_know, all_talk, all_know
    cdef double talk_drift, talk_noise, know_drift, know_noise
    cdef object rng
    cdef bitgen_t *bits
    cdef binomial_t memory

    cdef void name_counts(self, people_t[:, :] people, people_t[:, :] moved) noexcept
    cdef void name_rates(self, const double[:, :] rates, const double[:, :] hazards) noexcept
    cdef void name_room(self, double[:, ::1] room) noexcept

    @cython.locals(mixed=double, large=place, g=place, people=people_t)
    cdef void meet(self, place exact_below) noexcept
    @cython.locals(people=people_t, inside=double, others=double, outside=double)
    cdef void meet_others(self, place g, double mixed) noexcept

    @cython.locals(elapsed=double, total=double, k=place)
    cdef double take_events(self, place members, double minutes, place most) noexcept
    @cython.locals(ignorants=people_t, spreaders=people_t, stiflers=people_t)
    cdef void weigh(self, place g) noexcept
    @cython.locals(talk=double, know=double, total=double, rate=double, k=place, g=place)
    cdef double add_up(self, place members) noexcept
    @cython.locals(k=place, g=place)
    cdef void fire_in(self, place members, double target) noexcept
    @cython.locals(rate=double)
    cdef void fire(self, place g, double target) noexcept
    @cython.locals(rate=double)
    cdef void fire_knower(self, place g, double target) noexcept

    cdef void believe(self, place g, people_t people, people_t spreaders) noexcept
    cdef void correct(self, place g, people_t people) noexcept
    cdef void betray(self, place g, people_t people, people_t spreaders) noexcept
    cdef void stop(self, place g, people_t people, people_t informed) noexcept
    cdef void leave(self, place g, people_t people) noexcept

    @cython.locals(left=double)
    cdef people_t gone(self, people_t people, people_t arriving, double exposure) noexcept
    cdef people_t part(self, people_t people, double rate, double total) noexcept
    cdef people_t binomial(self, people_t people, double chance) noexcept
    cdef double uniform(self) noexcept
    cdef double exponential(self) noexcept
