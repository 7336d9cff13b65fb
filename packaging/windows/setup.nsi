; The setup.exe of Windows, in French and English, for one user or for all of them; called by packaging/windows/make.py:
;   makensis -DVERSION=1.2.3 -DVERSION4=1.2.3.0 -DPUBLISHER=name -DPAYLOAD=folder -DFILES=list -DICON=file -DSIDE=file
;     -DOUT=file [-DSIGN=command] [-DFAST] [-DX64] setup.nsi
; Said without a question: /S (silent) /AllUsers /CurrentUser /LANG=1036 (French) or 1033 /D=folder (last, no quotes).
; How it ends: 0 done, 1 given up, 2 not copied whole, 3 not a 64-bit Windows 10, 4 a newer version is there, 5 the app
; is open, 6 the place is another's, 740 needs an administrator. docs/installing.md tells the same (tests/test_windows.py).
Unicode true
!ifdef X64
  Target amd64-unicode ; for a wine without 32 bits; the makensis of Windows has no such stub, and its 32-bit one does
!endif
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include nsDialogs.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include x64.nsh

!define APP "Navigateur"
!define WINDOW "Navigateur.exe"
!define CONSOLE "navigator.exe"
!define KEY "Software\Navigateur"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Navigateur"

Name "${APP}"
OutFile "${OUT}"
BrandingText "${APP} ${VERSION}"
; Without rights of its own: it asks for them when all users are chosen.
RequestExecutionLevel user
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 32
!endif
ManifestDPIAware true
ManifestSupportedOS all
VIProductVersion "${VERSION4}"
VIAddVersionKey /LANG=1036 ProductName "${APP}"
VIAddVersionKey /LANG=1036 CompanyName "${PUBLISHER}"
VIAddVersionKey /LANG=1036 FileDescription "${APP} : installation"
VIAddVersionKey /LANG=1036 FileVersion "${VERSION}"
VIAddVersionKey /LANG=1036 ProductVersion "${VERSION}"
VIAddVersionKey /LANG=1036 LegalCopyright "MIT"
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION OpenAsUser
Page custom AskForWhom TakeForWhom
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(WhatStays)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; Windows in neither language gets the first.
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "English"
!include words.nsh

Var Everyone ; 1: for all users of the machine
Var Chosen   ; 1: for whom was said on the command line
Var Given    ; the folder that /D names
Var Mine
Var Theirs

; --- refusals: in silence an exit code, otherwise a sentence and the same code

!macro Refuse code words
  ${IfNot} ${Silent}
    MessageBox MB_OK|MB_ICONEXCLAMATION "${words}"
  ${EndIf}
  SetErrorLevel ${code}
  Quit
!macroend

!macro RefuseOpen un
Function ${un}RefuseOpen
  ; The program of an open window cannot be written to, whoever opened it: this also finds that of another user.
  again:
  StrCpy $1 0
  ${If} ${FileExists} "$INSTDIR\${WINDOW}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${WINDOW}" a
    ${If} ${Errors}
      StrCpy $1 1
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\${CONSOLE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${CONSOLE}" a
    ${If} ${Errors}
      StrCpy $1 1
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
  ${If} $1 == 1
    ${IfNot} ${Silent}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsOpen)" IDRETRY again
    ${EndIf}
    SetErrorLevel 5
    Quit
  ${EndIf}
FunctionEnd
!macroend
!insertmacro RefuseOpen ""
!insertmacro RefuseOpen "un."

Function RefuseNewer
  ReadRegStr $0 SHCTX "${UNINSTALL}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} $0 "${VERSION}" $1
    ${If} $1 == 1
      !insertmacro Refuse 4 "$(IsNewer)"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function RefuseForeign
  ; What the .msi installed belongs to Windows Installer; a folder _internal that is not ours is never emptied.
  ${If} $Everyone == 1
    ReadRegStr $0 HKLM "${KEY}" "Msi"
    ${If} $0 != ""
      !insertmacro Refuse 6 "$(IsMsi)"
    ${EndIf}
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\_internal\navigator\_content\*.*"
    !insertmacro Refuse 6 "$(IsForeign)"
  ${EndIf}
FunctionEnd

; --- for whom, and where

Function Place
  ; An upgrade goes where the earlier copy lies.
  ${If} $Everyone == 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
  StrCpy $INSTDIR "$Given"
  ${If} $INSTDIR == ""
    ReadRegStr $INSTDIR SHCTX "${KEY}" "InstallDir"
  ${EndIf}
  ${If} $INSTDIR == ""
    ${If} $Everyone == 1
      StrCpy $INSTDIR "$PROGRAMFILES64\${APP}"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${APP}"
    ${EndIf}
  ${EndIf}
FunctionEnd

!macro IsAdministrator
  UserInfo::GetAccountType
  Pop $0 ; Admin only with the rights at hand
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    !insertmacro Refuse 3 "$(NeedsWindows)"
  ${EndIf}
  SetRegView 64
  StrCpy $Given "$INSTDIR" ; empty but for /D: no InstallDir is set above
  ${GetParameters} $R0
  ${GetOptions} $R0 "/LANG=" $R1
  ${If} $R1 == 1033
  ${OrIf} $R1 == 1036
    StrCpy $LANGUAGE $R1
  ${EndIf}
  StrCpy $Chosen 0
  StrCpy $Everyone 0
  ; A copy for all users that is there is upgraded as one.
  ReadRegStr $0 HKLM "${KEY}" "InstallDir"
  ReadRegStr $1 HKCU "${KEY}" "InstallDir"
  ${If} $0 != ""
  ${AndIf} $1 == ""
    StrCpy $Everyone 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/CurrentUser" $R1
  ${IfNot} ${Errors}
    StrCpy $Everyone 0
    StrCpy $Chosen 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/AllUsers" $R1
  ${IfNot} ${Errors}
    StrCpy $Everyone 1
    StrCpy $Chosen 1
  ${EndIf}
  Call Place
  ${If} $Everyone == 1
    !insertmacro IsAdministrator
    ${If} $0 != "Admin"
      ${If} ${Silent}
        !insertmacro Refuse 740 ""
      ${ElseIf} $Chosen == 1
        Call Rise
      ${EndIf}
    ${EndIf}
  ${EndIf}
  ${If} ${Silent}
  ${OrIf} $Chosen == 1
    Call RefuseNewer
  ${EndIf}
FunctionEnd

Function Rise
  ; The same setup again, with the rights of an administrator; comes back only where these were not given.
  ClearErrors
  ExecShell "runas" "$EXEPATH" "/AllUsers /LANG=$LANGUAGE"
  ${IfNot} ${Errors}
    SetErrorLevel 0
    Quit
  ${EndIf}
  MessageBox MB_OK|MB_ICONEXCLAMATION "$(NeedsRights)"
FunctionEnd

Function AskForWhom
  ${If} $Chosen == 1
    Abort ; the page is left out
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(ForWhom)" "$(WhatItIs)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 6u 100% 12u "$(ForMe)"
  Pop $Mine
  ${NSD_CreateLabel} 13u 20u 280u 18u "$(ForMeMeans)"
  Pop $0
  ${NSD_CreateRadioButton} 0 48u 100% 12u "$(ForAll)"
  Pop $Theirs
  ${NSD_CreateLabel} 13u 62u 280u 18u "$(ForAllMeans)"
  Pop $0
  ${If} $Everyone == 1
    ${NSD_Check} $Theirs
    ${NSD_SetFocus} $Theirs
  ${Else}
    ${NSD_Check} $Mine
    ${NSD_SetFocus} $Mine
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function TakeForWhom
  ${NSD_GetState} $Theirs $Everyone
  Call Place
  ${If} $Everyone == 1
    !insertmacro IsAdministrator
    ${If} $0 != "Admin"
      Call Rise
      Abort ; stay on this page
    ${EndIf}
  ${EndIf}
  Call RefuseNewer
FunctionEnd

Function OpenAsUser
  ; Through the desktop, so that a setup with an administrator's rights does not hand them on.
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${WINDOW}"'
FunctionEnd

; --- in, and out again

Section
  Call RefuseNewer
  Call RefuseForeign
  Call RefuseOpen
  ; Nothing of the earlier version stays between the files of this one. Settings lie elsewhere, in each user's folder.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  SetOverwrite try
  ClearErrors
  !include "${FILES}"
  ${If} ${Errors}
    !insertmacro Refuse 2 "$(NotWhole)"
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\${WINDOW}"
  WriteRegStr SHCTX "${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${APP}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${WINDOW},0"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext current
  ReadRegStr $0 HKLM "${KEY}" "InstallDir"
  ${If} $0 == $INSTDIR
    SetShellVarContext all
    !insertmacro IsAdministrator
    ${If} $0 != "Admin"
      ${If} ${Silent}
        !insertmacro Refuse 740 ""
      ${EndIf}
      ExecShell "runas" "$INSTDIR\uninstall.exe"
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "Uninstall"
  Call un.RefuseOpen
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${WINDOW}"
  Delete "$INSTDIR\${CONSOLE}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only where it is empty: what its user put there stays
  Delete "$SMPROGRAMS\${APP}.lnk"
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegKey SHCTX "${KEY}"
SectionEnd
