"""What the outside tests of apus share: the server process, the wire, conversations, a proxy that cuts."""
