"""Builds the rumour kernel as extensions where Cython and a C compiler are; else pure Python."""

import os
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

# No fused multiply-add and no fast math: compiled and interpreted must give the same numbers.
COMPILER_OPTIONS = [] if os.name == "nt" else ["-O3", "-ffp-contract=off"]


def extension(name: str, numpy_headers: str) -> Extension:
    """Return the extension made of one module of the kernel, with numpy's own distributions."""
    return Extension(
        f"simulator.rumour.{name}",
        [f"simulator/rumour/{name}.py"],
        depends=[f"simulator/rumour/{name}.pxd"],
        include_dirs=[numpy_headers],
        library_dirs=[str(Path(numpy_headers).parents[1] / "random" / "lib")],
        libraries=["npyrandom"] if os.name == "nt" else ["npyrandom", "m"],
        extra_compile_args=COMPILER_OPTIONS,
        define_macros=[("NPY_NO_DEPRECATED_API", "NPY_1_7_API_VERSION")],
        optional=True,
    )


def extensions() -> list[Extension]:
    """Return the extensions that can be built here; none of them is needed to run."""
    try:
        import numpy as np
        from Cython.Build import cythonize
    except ImportError:
        return []
    kernels = [extension(name, np.get_include()) for name in ("chain", "lone", "kernel")]
    built = cythonize(kernels, build_dir="build/cython")
    for kernel in built:
        kernel.optional = True  # cythonize forgets it
    return built


class BuildIfPossible(build_ext):
    """Builds all extensions or none: a compiled half does not fit an interpreted one."""

    def build_extensions(self) -> None:
        """Build, or say why not and go on in pure Python."""
        try:
            for kernel in self.extensions:
                self.build_extension(kernel)
        except (
            Exception
        ) as error:  # What a missing or failing compiler raises depends on the release.
            print(f"The rumour kernel stays uncompiled, about thirty times slower: {error}")
            for kernel in self.extensions:
                Path(self.get_ext_fullpath(kernel.name)).unlink(missing_ok=True)
            self.extensions = []


setup(ext_modules=extensions(), cmdclass={"build_ext": BuildIfPossible})
