/** A long list of which only the parts near the window are there. What is left out keeps its height, so nothing jumps. */
import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Lists up to this long are simply there. */
export const shortList = 300
const perChunk = 40
/** A guess until a part was seen once. */
const lineHeight = 45

type Props<T> = {
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** Must be there whatever is in view: it is selected or being written. */
  readonly wanted: (item: T) => boolean
  readonly draw: (item: T, at: number) => ReactNode
  readonly className?: string | undefined
  /** Windowed or not; the caller counts over several lists. */
  readonly long: boolean
}

export function Windowed<T>({ items, keyOf, wanted, draw, className, long }: Props<T>) {
  if (!long || items.length <= perChunk) return <ul className={className}>{items.map((item, at) => draw(item, at))}</ul>
  const chunks = Array.from({ length: Math.ceil(items.length / perChunk) }, (_, at) => items.slice(at * perChunk, (at + 1) * perChunk))
  return (
    <div className={className}>
      {chunks.map((chunk, at) => (
        <Chunk key={keyOf(chunk[0] as T) /* a chunk is never empty */} forced={chunk.some(wanted)} count={chunk.length}>
          {() => chunk.map((item, index) => draw(item, at * perChunk + index))}
        </Chunk>
      ))}
    </div>
  )
}

type ChunkProps = { readonly forced: boolean; readonly count: number; readonly children: () => ReactNode }

function Chunk({ forced, count, children }: ChunkProps) {
  const place = useRef<HTMLUListElement>(null)
  const [near, setNear] = useState(false)
  const height = useRef(count * lineHeight)
  useEffect(() => {
    const node = place.current
    if (node === null) return
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined) return
        if (!entry.isIntersecting && entry.boundingClientRect.height > 0) height.current = entry.boundingClientRect.height
        setNear(entry.isIntersecting)
      },
      { rootMargin: '900px 0px' },
    )
    watch.observe(node)
    return () => watch.disconnect()
  }, [])
  const there = near || forced
  return (
    // Lists below each other; each line says how many there are in all and which of them it is.
    <ul ref={place} style={there ? undefined : { height: height.current }}>
      {there ? children() : null}
    </ul>
  )
}
