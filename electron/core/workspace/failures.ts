/** System errors as faults with a name. */
import { type Fault, FaultError, type FaultKind } from '#shared/model/faults.ts'

/** The system's code of an error (`ENOSPC`), or an empty string. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const kinds: Readonly<Record<string, FaultKind>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EFBIG: 'disk_full',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENODEV: 'missing',
  ENXIO: 'missing',
}

/** Turns whatever a file operation threw into a fault about `file`; a fault that already has a name keeps it. */
export const toFault = (error: unknown, file: string): Fault => {
  if (error instanceof FaultError) return error.fault
  const detail = error instanceof Error ? error.message : String(error)
  return { kind: kinds[errorCode(error)] ?? 'io', file, detail }
}

export const toFaultError = (error: unknown, file: string): FaultError =>
  error instanceof FaultError ? error : new FaultError(toFault(error, file))

/** Runs `work`; a missing file or folder gives `otherwise`, every other error goes on. */
export const unlessMissing = async <T, U>(work: () => Promise<T>, otherwise: U): Promise<T | U> => {
  try {
    return await work()
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return otherwise
    throw error
  }
}
