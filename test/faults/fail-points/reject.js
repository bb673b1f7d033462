// Preloaded into a server under test (NODE_OPTIONS=--import), never built into one: at SIGUSR2 a promise is rejected that
// nobody awaits or, where FAULT_KIND is `throw`, an error is thrown that nobody catches.

process.on('SIGUSR2', () => {
  const fault = new Error('Words that were said in confidence');
  if (process.env['FAULT_KIND'] === 'throw') throw fault;
  void Promise.reject(fault);
});
