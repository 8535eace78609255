/** What is opened once for each key, and kept. A failed opening is not kept: whoever asks next tries again. */
export function openOnce<Key, Value>(open: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const opened = new Map<Key, Promise<Value>>()
  return async (key) => {
    const known = opened.get(key) ?? open(key)
    opened.set(key, known)
    try {
      return await known
    } catch (error) {
      // Others may have begun again meanwhile.
      if (opened.get(key) === known) opened.delete(key)
      throw error
    }
  }
}
