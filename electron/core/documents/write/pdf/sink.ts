/** Where a file that is written piece by piece gathers: a few large blocks instead of one small buffer for every line of it. */
const blockSize = 256 * 1024

export type Sink = {
  /** Takes the low byte of every character, or the bytes as they are; those must not change afterwards. */
  add(data: string | Uint8Array): void
  /** Everything so far as one piece. */
  bytes(): Uint8Array
}

export function createSink(): Sink {
  const full: Uint8Array[] = []
  let block = Buffer.allocUnsafeSlow(blockSize)
  let used = 0
  const close = (): void => {
    if (used > 0) full.push(block.subarray(0, used))
    block = used < block.length ? block.subarray(used) : Buffer.allocUnsafeSlow(blockSize)
    used = 0
  }
  return {
    add: (data) => {
      if (data.length > block.length - used) {
        close()
        if (data.length > block.length) {
          if (typeof data !== 'string') return void full.push(data)
          block = Buffer.allocUnsafeSlow(Math.max(blockSize, data.length))
        }
      }
      if (typeof data === 'string') used += block.write(data, used, 'latin1')
      else {
        block.set(data, used)
        used += data.length
      }
    },
    bytes: () => Buffer.concat([...full, block.subarray(0, used)]),
  }
}
