import { z } from 'zod'

/** The part of `Blob` that both platforms share; `shared` has neither DOM nor Node types. */
export type BlobLike = {
  readonly size: number
  readonly type: string
  arrayBuffer(): Promise<ArrayBuffer>
}

const isBlob = (value: unknown): boolean => ['[object Blob]', '[object File]'].includes(Object.prototype.toString.call(value))

/** A Blob or File of whichever platform; both carriers hand bytes over as one. */
export const blob = z.custom<BlobLike>(isBlob, 'a file is wanted here')
