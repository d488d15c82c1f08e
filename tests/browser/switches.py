"""What the tests' Chromium leaves out, which nobody sees on a page and every new profile would pay for."""

from __future__ import annotations

from typing import Final

__all__ = ["SWITCHES"]

#: Of two such lists Chromium heeds the last one, so Playwright's own stands here as well.
_OF_PLAYWRIGHT: Final = (
    "AimEnabled",
    "AutoDeElevate",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "BlockOriginHeaderModificationOnRedirect",
    "DestroyProfileOnBrowserClose",
    "DialMediaRouteProvider",
    "GlobalMediaControls",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "Translate",
    "msEdgeUpdateLaunchServicesPreferredVersion",
    "msForceBrowserSignIn",
)
#: The list below the address bar is a page of its own: a second of work for every window that opens.
_ADDRESS_BAR: Final = ("WebUIOmniboxAimPopup", "WebUIOmniboxPopup")
#: Chromium asks its maker what the fields of a form are for: no page can keep a browser from that.
_FILLING_IN: Final = ("AutofillServerCommunication",)

SWITCHES: Final = (f"--disable-features={','.join([*_OF_PLAYWRIGHT, *_ADDRESS_BAR, *_FILLING_IN])}",)
