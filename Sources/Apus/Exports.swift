// What users of the library see of the modules below it: attribute values, items, numbers, keys and credentials.

@_exported import ApusModel
@_exported import ApusSigning
