// A disk that fails on demand, and an ear for the network: preloaded into `pond` by the tests of
// trust (LD_PRELOAD), never linked into it. Everything is told by the environment:
//
//   FAULT_ROOT    only operations on files below this folder count; standard streams never do
//   FAULT_LOG     a file that gets a line for every operation that counts: its name and its path
//   FAULT_AT      the number of the operation that is to go wrong, from 1
//   FAULT_HOW     what happens to it:
//                   kill    the process dies before it
//                   torn    the process dies after half of its bytes were written
//                   ENOSPC  it fails with that error, and EIO likewise
//                   full    half of its bytes are written; from then on nothing that needs room works
//   FAULT_STICKY  every later operation fails too
//   SOCKET_LOG    a file that gets a line for every socket, connection and name looked up
//   PEAK_LOG      a file that gets the most memory that the process held, in kilobytes, at its end
#ifndef FAULT_SHIM_H
#define FAULT_SHIM_H
#endif
