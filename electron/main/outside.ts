/** The only places a link may lead to outside the app: where the rules that Labinov cites are published. */
const hosts: ReadonlySet<string> = new Set([
  'lan.go.id',
  'jdih.lan.go.id',
  'peraturan.bpk.go.id',
  'jdih.menpan.go.id',
  'jdih.kemendagri.go.id',
])

/** True for an https address on one of these hosts, at the usual port and without a name or password in it. */
export function mayOpenOutside(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, username, password } = new URL(address)
  return protocol === 'https:' && hosts.has(hostname) && port === '' && username === '' && password === ''
}
