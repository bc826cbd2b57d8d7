// Helpers that tests of both targets share.
