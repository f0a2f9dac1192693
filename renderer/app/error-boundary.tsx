import { Button } from '@mantine/core'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { ErrorBanner } from '../parts/error-banner.tsx'
import css from './frame.module.css'
import { places } from './places.ts'
import { sayNow } from './text.ts'

type Props = {
  /** A new value, such as the address, gives the page a fresh start. */
  readonly resetOn: string
  readonly children: ReactNode
}
type State = { readonly error: Error | null; readonly resetOn: string }

/** One page that fails leaves the frame standing and the documents open. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, resetOn: this.props.resetOn }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetOn === state.resetOn ? null : { error: null, resetOn: props.resetOn }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack)
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <div className={css.page}>
        <ErrorBanner
          what={sayNow('app.pageFailed')}
          safe={sayNow('app.pageFailedSafe')}
          todo={sayNow('app.pageFailedDo')}
          detail={error.message}
          acts={
            <>
              <Button onClick={() => this.setState({ error: null })}>{sayNow('app.openAgain')}</Button>
              <Button component="a" href={places.home()} variant="default">
                {sayNow('app.goHome')}
              </Button>
            </>
          }
        />
      </div>
    )
  }
}
