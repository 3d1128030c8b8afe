// Written into main by the build (build/electron), so that nobody can change them on the command line.

/** All that a release differs in from a test build. It refuses every debug switch; test and development builds take folders from the command line. */
declare const __BUILD_KIND__: 'release' | 'test' | 'development';
/** SHA-256 in hex of the pack that ships with the program; empty where none ships. */
declare const __SHIPPED_PACK_SHA256__: string;
/** The Electron version releases are built with; it may differ from the one running. */
declare const __ELECTRON_SHIPPED__: string;
/** The Electron version found where the program was built, in which its tests run. */
declare const __ELECTRON_TESTED__: string;
