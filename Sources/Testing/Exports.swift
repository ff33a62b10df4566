// What tests see of the library below: the client with all its types.

@_exported import Apus
