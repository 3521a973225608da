/** How the Python package that a contract is made into looks. */
export interface PythonOptions {
  /** The name of the package: what stands behind `import`. @default 'api_client' */
  readonly packageName?: string;
}
