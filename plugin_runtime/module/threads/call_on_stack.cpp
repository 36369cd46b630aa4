// Calls a function on another stack of the calling thread. Written in assembly, since C++ cannot set the
// stack pointer.
//
// The frame pointer, which `body` preserves, holds the caller's stack pointer. The unwind information refers
// to it, so unwinders find the caller's frame on the other stack.
#include "threads/call_on_stack.h"

#if ORTHANC_PYTHON_HAS_CALL_ON_STACK

#if defined(__x86_64__)
// argument in %rdi, body in %rsi, top in %rdx. `endbr64` is a no-op without indirect branch tracking.
__asm__(
    "  .pushsection .text\n"
    "  .globl OrthancPythonCallOnStack\n"
    "  .hidden OrthancPythonCallOnStack\n"
    "  .type OrthancPythonCallOnStack, @function\n"
    "  .p2align 4\n"
    "OrthancPythonCallOnStack:\n"
    "  .cfi_startproc\n"
    "  endbr64\n"
    "  pushq %rbp\n"
    "  .cfi_def_cfa_offset 16\n"
    "  .cfi_offset %rbp, -16\n"
    "  movq %rsp, %rbp\n"
    "  .cfi_def_cfa_register %rbp\n"
    "  movq %rdx, %rsp\n"
    "  callq *%rsi\n"
    "  movq %rbp, %rsp\n"
    "  popq %rbp\n"
    "  .cfi_def_cfa %rsp, 8\n"
    "  .cfi_restore %rbp\n"
    "  retq\n"
    "  .cfi_endproc\n"
    "  .size OrthancPythonCallOnStack, . - OrthancPythonCallOnStack\n"
    "  .popsection\n");
#else
// argument in x0, body in x1, top in x2. `hint #34` is `bti c`, a no-op on processors that lack it.
__asm__(
    "  .pushsection .text\n"
    "  .globl OrthancPythonCallOnStack\n"
    "  .hidden OrthancPythonCallOnStack\n"
    "  .type OrthancPythonCallOnStack, %function\n"
    "  .p2align 4\n"
    "OrthancPythonCallOnStack:\n"
    "  .cfi_startproc\n"
    "  hint #34\n"
    "  stp x29, x30, [sp, #-16]!\n"
    "  .cfi_def_cfa_offset 16\n"
    "  .cfi_offset x29, -16\n"
    "  .cfi_offset x30, -8\n"
    "  mov x29, sp\n"
    "  .cfi_def_cfa x29, 16\n"
    "  mov sp, x2\n"
    "  blr x1\n"
    "  mov sp, x29\n"
    "  .cfi_def_cfa sp, 16\n"
    "  ldp x29, x30, [sp], #16\n"
    "  .cfi_def_cfa_offset 0\n"
    "  .cfi_restore x29\n"
    "  .cfi_restore x30\n"
    "  ret\n"
    "  .cfi_endproc\n"
    "  .size OrthancPythonCallOnStack, . - OrthancPythonCallOnStack\n"
    "  .popsection\n");
#endif

#endif
