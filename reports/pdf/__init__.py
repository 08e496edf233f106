"""The PDF of the report and its pages as pictures, set by typst."""
