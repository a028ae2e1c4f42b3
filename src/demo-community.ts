export async function demoCommunity(_parts: unknown): Promise<void> {}
