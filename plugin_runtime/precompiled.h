// Headers that most sources of the module include, precompiled. Sources do not rely on it.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "python/python.h"
