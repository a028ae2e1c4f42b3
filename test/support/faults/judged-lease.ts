/** Of real time, which an owner that gives no sign keeps its account from others; 30 seconds in the product. */

/** Among bots that want one account. */
export const SHARED_LEASE_MS = 1_200;
/** Of a worker, whose bot has to start in that time, on a busy machine too. */
export const WORKERS_LEASE_MS = 2_400;
